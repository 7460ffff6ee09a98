// Eleventy as lean as it goes: one layout, and no template language in the pages.
export default function (config) {
  config.addGlobalData("layout", "page.njk");
  config.setUseGitIgnore(false);
  return {
    dir: { input: "content", includes: "../layouts" },
    markdownTemplateEngine: false,
  };
}
