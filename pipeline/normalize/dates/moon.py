"""When the moon is new or full, to a few minutes: for feasts that Indian and Islamic calendars set by it.

After Meeus, Astronomical Algorithms, chapter 49, with the terms above one thousandth of a day.
"""

import datetime as dt
from math import cos, radians, sin

_DAY = dt.timedelta(days=1)
_MONTH = 29.530588861
_EPOCH = dt.datetime(2000, 1, 6, 14, 20, 37)  # the mean new moon that lunations are counted from
#: Amplitude in days for new and full moon, multiples of sun's anomaly, moon's anomaly and latitude.
_TERMS = (
    (-0.40720, -0.40614, 0, 1, 0),
    (0.17241, 0.17302, 1, 0, 0),
    (0.01608, 0.01614, 0, 2, 0),
    (0.01039, 0.01043, 0, 0, 2),
    (0.00739, 0.00734, -1, 1, 0),
    (-0.00514, -0.00515, 1, 1, 0),
    (0.00208, 0.00209, 2, 0, 0),
    (-0.00111, -0.00111, 0, 1, -2),
)
#: Sunset in India, in UTC. A feast of the evening is on the day at whose sunset the phase is still to come.
_SUNSET = dt.timedelta(hours=12, minutes=15)


def phase_time(lunation: int, phase: str) -> dt.datetime:
    """The instant, in UTC, of the "new" moon with this number (0 is 6 January 2000) or of the "full" moon after it."""
    k = lunation + (0.5 if phase == "full" else 0.0)
    sun, moon, latitude = 2.5534 + 29.1053567 * k, 201.5643 + 385.81693528 * k, 160.7108 + 390.67050284 * k
    shift = 0.0
    for new, full, m, n, f in _TERMS:
        shift += (full if phase == "full" else new) * sin(radians(m * sun + n * moon + f * latitude))
    return _EPOCH + dt.timedelta(days=_MONTH * k + shift - 0.0002 * cos(radians(sun)))


#: Sunset in Mecca, in UTC: the month begins on the day after the first sunset since the new moon.
_MECCA = dt.timedelta(hours=15)


def islamic_month(about: dt.date) -> dt.date:
    """The first day of the Islamic month that begins within a few days of `about`."""
    lunation = round((about - _EPOCH.date() - 2 * _DAY).days / _MONTH)
    return (phase_time(lunation, "new") - _MECCA).date() + 2 * _DAY


def evening(phase: str, start: dt.date) -> dt.date:
    """The day of the evening feast at the first such phase not before `start`."""
    lunation = int((start - _EPOCH.date()).days / _MONTH) - 2
    while (day := (phase_time(lunation, phase) - _SUNSET).date()) < start:
        lunation += 1
    return day
