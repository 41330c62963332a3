"""Names as ids: lower case, ASCII where it can be, words joined by hyphens."""

import re
import unicodedata


def slug(name: str) -> str:
    """'Norodom Sihanouk' to 'norodom-sihanouk'; letters of other scripts are kept."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"
