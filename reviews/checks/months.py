"""Months between dates, as deadlines count them."""

import calendar
from datetime import date


def months_before(day, months):
    """The same day some months earlier; the last day of the month where there is no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))
