"""Commands over evidence alone. They import any room of `evidence`; nothing imports them."""
