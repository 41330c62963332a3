"""Numbers in words: as exact as they are, with their interval, and never two alike for different things."""

from __future__ import annotations

from comity.languages import say, say_of, spoken


def share(value: float, interval: tuple[float, float] | None = None) -> str:
    """'57 % (34 to 78 %)'; whole per cent, below 1 and above 99 not rounded to 0 or 100."""
    bounds = (
        say(" ({percent} to {percent2} %)", percent=_percent(interval[0]), percent2=_percent(interval[1]))
        if interval
        else ""
    )
    return say("{percent} %{bounds}", percent=_percent(value), bounds=bounds)


def number(value: float, interval: tuple[float, float] | None = None) -> str:
    """'-2.4 (-3.1 to -1.7)', '12,400'; three digits that count, whole numbers whole."""
    bounds = (
        say(" ({digits} to {digits2})", digits=_digits(interval[0]), digits2=_digits(interval[1]))
        if interval
        else ""
    )
    return _digits(value) + bounds


def ordinal(number: int) -> str:
    """'1st', '2nd', '3rd', '11th', '22nd'."""
    if spoken() != "en":
        return say_of(number, "{n}th", "{n}th")
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def percentile(value: float) -> str:
    """'93rd percentile': between the 1st and the 99th."""
    return say("{ordinal} percentile", ordinal=ordinal(min(max(round(value), 1), 99)))


def _percent(value: float) -> str:
    if 0 < value < 0.01:
        return say("under 1")
    return say("over 99") if 0.99 < value < 1 else f"{100 * value:.0f}"


def _digits(value: float) -> str:
    if value == int(value) or abs(value) >= 100:
        return say("{value:,.0f}", value=value if round(value) else 0)
    if abs(value) >= 0.001:
        return say("{value:.3g}", value=value)
    return say("{value:.4f}", value=value) if abs(value) >= 0.00005 else say("nearly 0")
