"""Commands that raise or print flags. They import any room of either app; nothing imports them."""
