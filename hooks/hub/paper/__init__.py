"""A concordat on paper: its text, who signed it and its fingerprint, as PDF and as a Word file.

`words` reads Markdown, `signed` and `paper` gather what is printed, `pdf` and `docx` set it. The
libraries that they need are an extra (requirements-paper.txt); nothing else of the hub needs them.
"""
