"""How three states answer one another: a vector autoregression of what each does to each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from comity.measures.catalogue import measure
from comity.measures.pairs import different
from comity.measures.periods import Period
from comity.measures.series import Window, series
from comity.measures.sufficiency import Insufficient
from comity.measures.var import Answers, kind_of, told_of
from comity.measures.vector import Criterion, Fitted, fitted

if TYPE_CHECKING:
    import polars as pl

States = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangular(Answers):
    """How three states answer one another.

    `effects` is a Polars frame, one row for each two of the six directed series: actor, recipient, third (the
    state left), role, of (the series whose past moves that of actor to recipient), total (sum over lags), low,
    high, f, p, kind. Roles: inertia (of its own past); response (of what the recipient did to the actor);
    triangular response to what the third did to the recipient, `received`, or the recipient to the third, `sent`;
    and to the actor's own dealings with the third, `to third` and `from third`. f, p and kind are null for
    inertia.
    """

    states: States
    effects: pl.DataFrame


@measure(
    "triangular-var-v1",
    formula="y_ab,t = c + sum over k of (y_ab, y_ba, y_ac, y_ca, y_bc, y_cb)_t-k times coefficients + u;"
    " triangular response of a to b = sum over k of the coefficients of y_cb (received) and of y_bc (sent)",
    values="without bound",
    unit="points of answer a point",
    interval="residual bootstrap, of coefficients and of impulse responses",
    reference="Goldstein, J. and J. Freeman 1990. Three-Way Street. University of Chicago Press; 1991."
    " APSR 85: 17-35.",
)
def triangular_var(
    flows: object,
    states: States,
    period: Period = "month",
    value: str = "score_sum",
    scale: str | None = None,
    window: Window | None = None,
    max_lags: int = 3,
    criterion: Criterion = "aic",
    horizon: int = 12,
) -> Triangular | Insufficient:
    """What each of three states answers, with the third in view, from the result of `flow` made dense by `series`.

    As `bilateral_var`, with six series and the same thresholds: `Insufficient` for fewer than 52 periods, fewer
    than 30 that are not 0 in any of the six directions, a singular or an unstable fit. With 36 effects expect one
    or two below p = 0.05 by chance.
    """
    dense = series(flows, different(states, 3), period, value, scale, window)
    fit = fitted(dense, max_lags, criterion)
    if isinstance(fit, Insufficient):
        return fit
    return Triangular(
        states=states,
        effects=_effects(fit, states),
        **told_of(fit, dense, fit.impulses(horizon), criterion, period, value),
    )


def _effects(fit: Fitted, states: States) -> pl.DataFrame:
    import polars as pl

    rows = []
    for actor, recipient, third in permutations(states):
        parties = {"actor": actor, "recipient": recipient, "third": third}
        for role, of in _roles(actor, recipient, third).items():
            rows.append({**parties, "role": role, "of": of, **_effect(fit, f"{actor}>{recipient}", of)})
    return pl.DataFrame(rows, infer_schema_length=None)


def _roles(actor: str, recipient: str, third: str) -> dict[str, str]:
    return {
        "inertia": f"{actor}>{recipient}",
        "response": f"{recipient}>{actor}",
        "received": f"{third}>{recipient}",
        "sent": f"{recipient}>{third}",
        "to third": f"{actor}>{third}",
        "from third": f"{third}>{actor}",
    }


def _effect(fit: Fitted, caused: str, causing: str) -> dict[str, object]:
    total = fit.total(caused, causing)
    told: dict[str, object] = {"total": total.value, "low": total.low, "high": total.high}
    if caused == causing:
        return {**told, "f": None, "p": None, "kind": None}
    granger = fit.granger(caused, causing)
    return {**told, "f": granger.f, "p": granger.p, "kind": kind_of(total, granger)}
