"""Whether two states answer each other's moves: a vector autoregression of what each does to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from comity.measures.catalogue import measure
from comity.measures.pairs import different
from comity.measures.periods import Period
from comity.measures.series import Window, series
from comity.measures.sufficiency import Insufficient, active
from comity.measures.vector import Criterion, Estimate, Fitted, Granger, fitted

if TYPE_CHECKING:
    import polars as pl

_SIGNIFICANT = 0.05
_AS_ONE = 0.5
"""Correlation of residuals from which on a caution is given: Comity's own threshold."""
Kind = Literal["reciprocity", "inverse response", "mixed response", "no response shown"]


@dataclass(frozen=True, slots=True)
class Side:
    """What one state does to another: how far it goes on as before, and how far it answers.

    `inertia` and `response` are sums of coefficients over all lags, without a unit. `kind`: reciprocity where the
    response is positive, inverse response (bullying; or giving in under pressure) where it is negative, each with
    an interval off 0 and p < 0.05; mixed where only p is.
    """

    actor: str
    recipient: str
    inertia: Estimate
    response: Estimate
    granger: Granger
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How states answer one another: what every fit tells beside its coefficients.

    `n`: periods, of which `active` (by direction) were not 0, from `first` to the day before the one after `last`
    (both first days of a period). `ordering`: of the orthogonalised `impulses`; within a period earlier series may
    move later ones but not the other way round. `cautions`: what to mind before saying what the answers mean.
    """

    order: int
    criterion: Criterion
    impulses: pl.DataFrame
    ordering: tuple[str, ...]
    period: Period
    value: str
    n: int
    active: Mapping[str, int]
    first: date
    last: date
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilateral(Answers):
    """How two states answer each other. `sides`: the first towards the second, and back.

    `together`: how far the two move as one within a period (correlation of residuals).
    """

    states: tuple[str, str]
    sides: tuple[Side, Side]
    together: float


@measure(
    "bilateral-var-v1",
    formula="y_ab,t = c + sum over k of (a_k y_ab,t-k + b_k y_ba,t-k) + u, and the same for ba; inertia ="
    " sum of a; response = sum of b; Granger F: all b are 0",
    values="without bound; below 1 in a stable fit of one series",
    unit="points of answer a point",
    interval="residual bootstrap, of coefficients and of impulse responses",
    reference="Goldstein, J. and J. Freeman 1990. Three-Way Street. University of Chicago Press; Goldstein, J. and"
    " J. Pevehouse 1997. APSR 91(3): 515-529.",
)
def bilateral_var(
    flows: object,
    between: tuple[str, str],
    period: Period = "month",
    value: str = "score_sum",
    scale: str | None = None,
    window: Window | None = None,
    max_lags: int = 6,
    criterion: Criterion = "aic",
    horizon: int = 12,
) -> Bilateral | Insufficient:
    """Inertia of two states and their response to each other, from the result of `flow` made dense by `series`.

    Order by the information criterion among 1 to `max_lags` (capped for short series). Intervals and bands are of
    a residual bootstrap with one seed; the ordering of impulses is that of `between`. `Insufficient` for fewer
    than 52 periods, fewer than 30 that are not 0 either way, a singular or an unstable fit. Caution: weeks and
    months may differ in sign (Shellman 2004), so look at both.
    """
    dense = series(flows, different(between, 2), period, value, scale, window)
    fit = fitted(dense, max_lags, criterion)
    if isinstance(fit, Insufficient):
        return fit
    one, other = between
    return Bilateral(
        states=between,
        sides=(_side(fit, one, other), _side(fit, other, one)),
        together=float(fit.correlation()[0, 1]),
        **told_of(fit, dense, fit.impulses(horizon), criterion, period, value),
    )


def told_of(
    fit: Fitted, dense: pl.DataFrame, impulses: pl.DataFrame, criterion: Criterion, period: Period, value: str
) -> dict[str, Any]:
    """The fields of `Answers`, by name."""
    return {
        "order": fit.order,
        "criterion": criterion,
        "impulses": impulses,
        "ordering": tuple(fit.names),
        "period": period,
        "value": value,
        "n": len(dense),
        "active": active(dense),
        "first": dense["period"][0],
        "last": dense["period"][-1],
        "cautions": tuple(_cautions(fit, period)),
    }


def _cautions(fit: Fitted, period: Period) -> Iterator[str]:
    """Two series that move as one leave it open which of them a later move answers."""
    correlation = np.abs(np.triu(fit.correlation(), k=1))
    one, other = np.unravel_index(int(correlation.argmax()), correlation.shape)
    if correlation[one, other] > _AS_ONE:
        yield (
            f"{fit.names[int(one)]} and {fit.names[int(other)]} move as one within a {period}"
            f" ({correlation[one, other]:.2f}): answers come sooner than that, so take a shorter period"
        )


def kind_of(response: Estimate, granger: Granger) -> Kind:
    """What to call a response."""
    if not granger.p < _SIGNIFICANT:
        return "no response shown"
    if response.low > 0:
        return "reciprocity"
    return "inverse response" if response.high < 0 else "mixed response"


def _side(fit: Fitted, actor: str, recipient: str) -> Side:
    own, answered = f"{actor}>{recipient}", f"{recipient}>{actor}"
    response, granger = fit.total(own, answered), fit.granger(own, answered)
    return Side(actor, recipient, fit.total(own, own), response, granger, kind_of(response, granger))
