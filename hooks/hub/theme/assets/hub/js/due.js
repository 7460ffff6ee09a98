// A review that is overdue is said at the top of the page. The build says so where it was due by
// then; on pages that were made earlier it is said here, by the reader's own calendar.

const notice = document.querySelector("[data-hub-due]");
const today = new Date().toISOString().slice(0, 10);

if (notice && notice.dataset.hubDue < today) notice.hidden = false;
