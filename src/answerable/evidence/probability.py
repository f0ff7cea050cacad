"""The distributions that charts and verdicts ask for, as SciPy has them.

SciPy is loaded when the first of them is asked: it takes 0.2 s, which a command, or a page without
a figure, does not wait for. All take numbers or arrays, and give what they were given.
"""

from typing import Any


def stdtr(df: Any, t: Any) -> Any:
    """P(T <= t) of Student's t with `df` degrees of freedom."""
    from scipy import special  # noqa: PLC0415  # see the head of this module

    return special.stdtr(df, t)


def stdtrit(df: Any, p: Any) -> Any:
    """The t at which Student's t with `df` degrees of freedom reaches `p`."""
    from scipy import special  # noqa: PLC0415  # as above

    return special.stdtrit(df, p)


def ndtr(z: Any) -> Any:
    """P(Z <= z) of the standard normal."""
    from scipy import special  # noqa: PLC0415  # as above

    return special.ndtr(z)


def ndtri(p: Any) -> Any:
    """The z at which the standard normal reaches `p`."""
    from scipy import special  # noqa: PLC0415  # as above

    return special.ndtri(p)


def pdtr(k: Any, mean: Any) -> Any:
    """P(X <= k) of Poisson with a mean."""
    from scipy import special  # noqa: PLC0415  # as above

    return special.pdtr(k, mean)


def bdtr(k: Any, trials: Any, share: Any) -> Any:
    """P(X <= k) of a binomial of so many trials with a share."""
    from scipy import special  # noqa: PLC0415  # as above

    return special.bdtr(k, trials, share)
