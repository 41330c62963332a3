"""Vector autoregressions: order by an information criterion, sums of coefficients, impulse responses, bands.

Fitted by statsmodels; bands by a residual bootstrap, here in numpy over all draws at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.intervals import LEVEL, SEED
from comity.measures.sufficiency import Insufficient, insufficient, shortage

if TYPE_CHECKING:
    import polars as pl

DRAWS = 1_000
_CHUNK = 250
"""Draws worked on at once: what bounds memory."""
_SINGULAR = 1e12
_REPEATED = "the fit is singular: the series repeat themselves or one another"
_PER_COEFFICIENT = 3
"""Periods for each coefficient of an equation, at least: what caps the lags of short series."""

Criterion = Literal["aic", "bic", "hqic", "fpe"]
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with the interval that holds 95 in 100 bootstrapped ones."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Granger:
    """The test that the past of one series adds nothing about another: F, its degrees of freedom and p."""

    f: float
    freedom: tuple[int, int]
    p: float


class Fitted:
    """A stable vector autoregression with redrawn coefficients: one set for each draw of the residuals."""

    def __init__(self, names: list[str], results: Any) -> None:
        self.names, self._results = names, results
        self.order = int(results.k_ar)
        self._params: Array = np.asarray(results.params)
        self._sigma: Array = np.asarray(results.sigma_u)
        drawn = list(_redrawn(results))
        self._drawn = np.concatenate([params for params, _ in drawn])
        self._sigmas = np.concatenate([sigma for _, sigma in drawn])

    def total(self, caused: str, causing: str) -> Estimate:
        """The sum over all lags of the coefficients of one series in the equation of another."""
        rows = 1 + self.names.index(causing) + len(self.names) * np.arange(self.order)
        column = self.names.index(caused)
        return _estimate(self._params[rows, column].sum(), self._drawn[:, rows, column].sum(axis=1))

    def granger(self, caused: str, causing: str) -> Granger:
        """Whether the past of one series helps to tell another."""
        at = self.names.index(caused), self.names.index(causing)
        found = self._results.test_causality(*at, kind="f")
        return Granger(float(found.test_statistic), tuple(map(int, found.df)), float(found.pvalue))  # type: ignore[arg-type]

    def correlation(self) -> Array:
        """Of the residuals: how far the series move together within a period."""
        return np.asarray(self._results.resid_corr)

    def impulses(self, horizon: int) -> pl.DataFrame:
        """What a shock of one standard deviation does, orthogonalised in the order of the series.

        A Polars frame: horizon (0 is the period of the shock), impulse, response, value, low, high.
        """
        import polars as pl

        if horizon < 1:
            raise UsageError(f"the horizon is {horizon}: give at least 1 period")
        value = _responses(self._params[None], self._sigma[None], horizon)[0]
        drawn = _responses(self._drawn, self._sigmas, horizon)
        tail = (1 - LEVEL) / 2
        low, high = np.quantile(drawn, [tail, 1 - tail], axis=0)
        size = len(self.names)
        at, response, impulse = (index.ravel() for index in np.indices((horizon + 1, size, size)))
        names = np.array(self.names)
        told = {"horizon": at, "impulse": names[impulse], "response": names[response]}
        return pl.DataFrame({**told, "value": value.ravel(), "low": low.ravel(), "high": high.ravel()})


def fitted(series: pl.DataFrame, max_lags: int, criterion: Criterion) -> Fitted | Insufficient:
    """A vector autoregression of a dense series, or why there is none; at least one lag.

    Lags are capped so that each coefficient of an equation has three periods.
    """
    if max_lags < 1 or criterion not in ("aic", "bic", "hqic", "fpe"):
        raise UsageError(f"{max_lags} lags by {criterion!r}: give at least 1 lag and one of aic, bic, hqic, fpe")
    short = shortage(series)
    if short:
        return short
    from statsmodels.tsa.vector_ar.var_model import VAR

    names = series.columns[1:]
    values = series.select(names).to_numpy().astype(np.float64)
    if np.linalg.matrix_rank(values - values.mean(axis=0)) < len(names):
        return insufficient(series, "one direction is constant or follows exactly from the others")
    lags = min(max_lags, _most_lags(*values.shape))
    model = VAR(values)
    try:
        with np.errstate(divide="ignore", invalid="ignore"):
            order = max(1, int(model.select_order(lags).selected_orders[criterion]))
    except np.linalg.LinAlgError:  # so regular that some lags leave nothing over
        return insufficient(series, _REPEATED)
    results = model.fit(order)
    wrong = _wrong(results)
    return insufficient(series, wrong) if wrong else Fitted(names, results)


def _most_lags(periods: int, size: int) -> int:
    return max(1, (periods - _PER_COEFFICIENT) // (_PER_COEFFICIENT * size + 1))


def _wrong(results: Any) -> str | None:
    lagged = np.asarray(results.endog_lagged)
    if np.linalg.matrix_rank(lagged) < lagged.shape[1] or np.linalg.cond(results.resid_corr) > _SINGULAR:
        return _REPEATED
    if not results.is_stable():
        modulus = 1 / np.abs(np.asarray(results.roots)).min()
        return f"the fit is unstable: shocks do not die out (largest root {modulus:.3f})"
    return None


def _estimate(value: float, drawn: Array) -> Estimate:
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Estimate(float(value), float(low), float(high))


def _redrawn(results: Any) -> Any:
    """Coefficients and residual covariances refitted to series simulated with redrawn residuals, in chunks."""
    random = np.random.default_rng(SEED)
    params, order = np.asarray(results.params), int(results.k_ar)
    residuals = np.asarray(results.resid)
    residuals = residuals - residuals.mean(axis=0)
    before = np.asarray(results.endog)[:order]
    for _ in range(0, DRAWS, _CHUNK):
        shocks = residuals[random.integers(len(residuals), size=(_CHUNK, len(residuals)))]
        yield _refitted(_simulated(params, before, shocks), order)


def _simulated(params: Array, before: Array, shocks: Array) -> Array:
    """Series of shape (draws, periods, size), all from the same first periods."""
    order, size = before.shape
    values = np.empty((len(shocks), order + shocks.shape[1], size))
    values[:, :order] = before
    for now in range(order, values.shape[1]):
        past = values[:, now - order : now][:, ::-1].reshape(len(values), -1)
        values[:, now] = params[0] + past @ params[1:] + shocks[:, now - order]
    return values


def _refitted(values: Array, order: int) -> tuple[Array, Array]:
    periods = values.shape[1] - order
    lags = [values[:, order - lag : order - lag + periods] for lag in range(1, order + 1)]
    past = np.concatenate([np.ones((*lags[0].shape[:2], 1)), *lags], axis=2)
    turned = past.transpose(0, 2, 1)
    params = np.linalg.pinv(turned @ past, hermitian=True) @ (turned @ values[:, order:])
    residuals = values[:, order:] - past @ params
    return params, residuals.transpose(0, 2, 1) @ residuals / (periods - past.shape[2])


def _responses(params: Array, sigma: Array, horizon: int) -> Array:
    """Orthogonalised impulse responses of shape (draws, horizon + 1, response, impulse)."""
    size = sigma.shape[1]
    lags = [params[:, at : at + size].transpose(0, 2, 1) for at in range(1, params.shape[1], size)]
    moved = [np.broadcast_to(np.eye(size), sigma.shape)]
    for now in range(1, horizon + 1):
        near = range(1, min(now, len(lags)) + 1)
        moved.append(np.sum([lags[lag - 1] @ moved[now - lag] for lag in near], axis=0))
    return np.stack(moved, axis=1) @ np.linalg.cholesky(sigma)[:, None]
