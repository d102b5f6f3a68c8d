"""Rules about what an article is made of: sections, summary, headings, markers. One file a rule."""
