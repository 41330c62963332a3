"""Whether two states answer each other's moves: a vector autoregression of what each does to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from comity.measures.catalogue import measure
from comity.measures.periods import Period
from comity.measures.series import Window, series
from comity.measures.sufficiency import Insufficient, active
from comity.measures.vector import Criterion, Estimate, Fitted, Granger, fitted

if TYPE_CHECKING:
    import polars as pl

_SIGNIFICANT = 0.05
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


@dataclass(frozen=True, slots=True)
class Bilateral:
    """How two states answer each other. `sides`: the first towards the second, and back.

    `ordering`: of the orthogonalised `impulses`; within a period the first series may move the second but not the
    other way round; `together` is how far they move as one there (correlation of residuals). `n`: periods.
    """

    states: tuple[str, str]
    sides: tuple[Side, Side]
    order: int
    criterion: Criterion
    impulses: pl.DataFrame
    ordering: tuple[str, ...]
    together: float
    value: str
    n: int
    active: Mapping[str, int]
    first: date
    last: date


@measure(
    "bilateral-var-v1",
    formula="y_ab,t = c + sum over k of (a_k y_ab,t-k + b_k y_ba,t-k) + u, and the same for ba; inertia ="
    " sum of a; response = sum of b; Granger F: all b are 0",
    values="without bound; below 1 in a stable fit of one series",
    unit="points of answer a point",
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
    dense = series(flows, between, period, value, scale, window)
    fit = fitted(dense, max_lags, criterion)
    if isinstance(fit, Insufficient):
        return fit
    there, back = fit.names
    one, other = between
    return Bilateral(
        states=between,
        sides=(_side(fit, one, other), _side(fit, other, one)),
        order=fit.order,
        criterion=criterion,
        impulses=fit.impulses(horizon),
        ordering=(there, back),
        together=float(fit.correlation()[0, 1]),
        value=value,
        n=len(dense),
        active=active(dense),
        first=dense["period"][0],
        last=dense["period"][-1],
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
