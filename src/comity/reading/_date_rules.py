"""How dates are written in news English: one rule a form.

A space in a rule stands for any run of white space. The first rule that matches at a place wins, so the
fuller form stands above the shorter. Group names: y year, m month, d day, n number, u unit, rel the word
that relates a time to now ('last') or to another date ('the following'), part 'early', 'mid' or 'late',
side 'earlier' or 'later', nth a place in a row.
"""

from __future__ import annotations

from comity.reading._date_patterns import (
    BARE_BUDDHIST,
    COMMON_YEAR,
    DAY,
    FULL_MONTH,
    FULL_WEEKDAY,
    HIJRI_MONTH,
    MONTH,
    NUMBER,
    ORDINAL,
    ORDINAL_WORD,
    OTHER_YEAR,
    PART,
    SCANNED_YEAR,
    SEASON,
    SPAN_UNIT,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    choice,
)
from comity.reading._date_words import DECADES, FEASTS, JUBILEES

NOW = "(?:last|this|next|this past|this coming)"
THEN = "(?:(?:the )?(?:very )?same|that same|that|the (?:following|next|ensuing|subsequent|previous|preceding))"
REL_YEAR = rf"(?:{NOW}|{THEN}) year"
ANY_YEAR = rf"(?:{YEAR}|{BARE_BUDDHIST}|{SCANNED_YEAR}|{REL_YEAR})"
Y = rf"(?P<y>{ANY_YEAR})"
M = rf"(?P<m>{MONTH})"
D = rf"(?P<d>{DAY})"
P = rf"(?:(?P<part>{PART})|(?P<side>earlier|later) (?:on )?in (?:the )?)?"
ABOUT = (
    "(?:(?:(?:a little |just |well )?(?:over|under|more than|less than)|about|around|almost|nearly|some|just"
    "|only|at least|roughly|exactly|close to|up to) )"
)
N = f"{ABOUT}?(?P<n>{NUMBER})"
U = f"(?P<u>{SPAN_UNIT})s?"
FEW = "(?:a few|several|many|some|a number of|just a few)"
THROUGH = "(?:for|within|over|during|throughout|in)"
CALENDAR_UNIT = (
    "(?:(?:fiscal|financial|calendar) )?(?P<u>week|weekend|fortnight|month|quarter|year|decade|century)"
)
TO = r"(?:\s?[-–—/]\s?| to | and | or | until | through )"
HALVES = "(?P<nth>first|second|third|fourth|fifth|opening|closing|last|final|1st|2nd|3rd|4th|5th)"
HALVES_IN = rf"(?:the )?{HALVES}[- ]"
WHOLE = rf"(?:{M}(?:,? (?:of )?{Y})?|(?:the year )?(?P<y2>{YEAR}|{REL_YEAR}|the year)|(?P<mon>{NOW}|{THEN}) month)"
UNNAMED = rf"(?! (?:of|in) (?:{MONTH}|{YEAR}|{REL_YEAR}|the year))"
HOURS = "(?: (?:morning|afternoon|evening|night))?"
ENDS = r"(?=\s*(?:[,.;:)]|$))"

RULES = {
    "before_last": (
        rf"the (?:(?P<u>week|weekend|month|year|quarter)|(?P<w>{FULL_WEEKDAY})|(?P<m>{FULL_MONTH}))"
        r" (?P<way>before last|after next)|two (?P<w2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s ago"
    ),
    "event_day": (
        rf"(?:on |during )?the (?:(?P<nth>{ORDINAL}|opening|closing|final) )?(?P<u>day|morning|evening|night|week)"
        rf" of(?= (?:the|that|this|his|her|its|their) (?!year|month|week|day|{MONTH}))"
    ),
    "day_within": rf"on the (?P<nth>{ORDINAL}|opening|closing|final) (?P<u>day)(?= [a-z]+\b|,)(?! of\b| in\b)",
    "event_eve": r"(?:on )?the eve of(?= (?:the|that|his|her|its|their|a)\b)",
    "event_near": (
        rf"within (?:{N} {U}|(?P<few>hours|days|weeks|months)) of"
        r"|(?:hours|minutes|shortly|immediately|soon|just) after"
        r"|(?:hours|minutes|shortly|just) before(?= \w)"
    ),
    "event_offset": (
        rf"(?:(?:some )?{N} {U}|the (?P<one>day|week|month|year)) (?P<way>before|after|prior to|following|into)"
        rf"(?! tomorrow| yesterday| which|{ENDS})"
    ),
    "anniversary": rf"(?:(?P<n>{ORDINAL}|\d+-year) (?:(?!of\b)\w+ ){{0,2}}?)?anniversar(?:y|ies)",
    "jubilee": rf"(?P<j>{choice(JUBILEES)})(?: jubilee)?",
    "marking": rf"(?:mark|celebrat|commemorat|observ)\w* {N} (?P<u>years|decades) (?:of|since)",
    "frequency": (
        rf"(?:every|each) (?:other |second |{NUMBER} )?"
        rf"(?:(?:day|week|month|quarter|year|decade|summer|winter)s?|{FULL_WEEKDAY}|{FULL_MONTH})"
        rf"|(?:once|twice|{NUMBER} times) (?:an?|per|each|every) (?:day|week|month|year)"
        rf"|per (?:day|week|month|year)|annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|biennial(?:ly)?"
        rf"|biannual(?:ly)?|{FULL_WEEKDAY}s"
    ),
    "iso": r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:T\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:?\d\d)?)?",
    "numeric": r"(?P<a>\d\d?)[/.-](?P<b>\d\d?)[/.-](?P<y>\d{4}|(?<=/)\d\d)",
    "day_month": (
        rf"(?:{WEEKDAY},? (?:the )?)?{D}(?:(?:, ?{DAY}){{1,6}},? and (?P<d3>{DAY})|{TO}(?P<d2>{DAY}))?"
        rf"(?:-| (?:day )?(?:of )?){M}(?:(?:-|,? (?:of |in )?){Y})?"
    ),
    "worded_day": (
        rf"(?:the |this |{WEEKDAY},? (?:the )?)(?P<dw>{ORDINAL_WORD}) (?:day )?of {M}"
        rf"(?:,? (?:of |in (?:the year (?:of our Lord )?)?)?(?:{Y}|(?P<yw>{YEAR_WORDS})))?"
    ),
    "month_day": (
        rf"(?:{WEEKDAY},? )?{M} (?:the )?{D}(?:(?:, ?{DAY}){{1,6}},? and (?P<d3>{DAY}\b)(?! \w+s\b)"
        r"|(?:\s?[-–—]\s?| to | until | through "
        rf"| and (?=\d\d?(?:st|nd|rd|th)?(?:[,.;)]|$| \d{{4}}| (?:in|at|to|for|with)\b)))(?P<d2>{DAY}))?"
        rf"(?:,? (?:of |in )?{Y})?"
    ),
    "day_of_month": rf"(?:on )?(?:the )?{D} of (?P<rel>{NOW}|{THEN}) month",
    "nth_day": (r"on the (?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=\s*(?:[,.;:)]|$|and\b|to\b|at\b|in\b))"),
    "weekday_of": rf"(?:the )?{HALVES} (?P<w>{FULL_WEEKDAY}) (?:of|in) {WHOLE}",
    "slice": rf"(?:the )?{HALVES} (?:{N} )?(?P<u>day|week|weekend|month|half|year)s? (?:of|in) {WHOLE}",
    "year_month": rf"(?P<y>{COMMON_YEAR})[-/](?P<m>0[1-9]|1[0-2])(?![-/\d])",
    "numeric_month": rf"(?P<m>0?[1-9]|1[0-2])/(?P<y>{COMMON_YEAR})",
    "hijri": rf"(?:the year |(?:{D} )?(?P<hm>{HIJRI_MONTH}),? )?(?P<y>{OTHER_YEAR})",
    "month_year": rf"{P}{M}(?:{TO}(?P<m2>{MONTH}))?(?:,|,? of| in)? {Y}",
    "fiscal_quarter": (
        rf"{HALVES_IN}(?P<u>quarter|half) of (?:the )?(?:fiscal|financial|FY) ?(?:year )?(?P<y>{YEAR})"
        r"(?:\s?[-/–]\s?(?P<y2>\d{4}|\d\d))?"
    ),
    "quarter": rf"{HALVES_IN}(?P<u>quarter|half) (?:of|in)? ?(?P<y>{YEAR}|{REL_YEAR}|the year)",
    "bare_quarter": (
        rf"(?:(?<=\bin\s)|(?<=\bin\sthe\s)|(?<=\bduring\sthe\s)|(?<=\bof\sthe\s)|(?<=\bfor\sthe\s))(?:the )?"
        rf"{HALVES} (?P<u>quarter)(?! of\b| final)"
    ),
    "hyphen_quarter": rf"(?:the )?{HALVES}-(?P<u>quarter)",
    "short_quarter": rf"(?-i:(?P<u>[QH])(?P<nth>[1-4]))(?:(?: of|,)?\s?{Y})?",
    "quarter_short": rf"(?P<nth>[1-4])(?-i:(?P<u>[QH]))(?: of|,)?\s?{Y}",
    "season_year": rf"{P}(?P<south>austral |southern )?(?P<s>{SEASON})(?: of)? {Y}(?:\s?[-/–]\s?\d\d(?:\d\d)?)?",
    "season_near": rf"{P}(?P<rel>{NOW}|{THEN}) (?P<s>{SEASON})",
    "season": rf"(?:(?<=\bin\s)|(?<=\bin\sthe\s)|(?<=\bby\s)|(?<=\bsince\s)){P}(?P<s>{SEASON})",
    "fiscal_end": (
        rf"(?:the )?(?:fiscal|financial|budget) year (?:that )?end(?:s|ed|ing) (?:in |on )?"
        rf"(?:{D} )?{M}(?: {DAY})?,? {Y}"
    ),
    "fiscal": (
        rf"(?:(?:fiscal|financial|budget)(?: year)? |FY[\s-]?)(?P<y>{YEAR}|['’]?\d\d(?=\W|$))"
        rf"(?:\s?[-/–]\s?(?P<y2>\d{{4}}|\d\d))?(?: \((?P<m>{FULL_MONTH}) ?(?:to|[-–]) ?{FULL_MONTH}\))?"
        rf"|(?P<z>{COMMON_YEAR})(?:\s?[-/–]\s?(?P<z2>\d{{4}}|\d\d))? (?:fiscal|financial|budget) year"
    ),
    "decade": rf"{P}(?:the )?(?P<c>1\d|20)(?P<t>\d)0['’]?s",
    "short_decade": rf"(?:the ['’‘]?|['’‘]|(?P<part>{PART})['’‘]?)(?P<t>\d)0s",
    "decade_word": rf"(?:the |(?P<part>{PART}))(?P<w>{choice(DECADES)})",
    "century": rf"{P}(?:the )?(?P<n>{ORDINAL})[-\s]century",
    "year_range": rf"(?P<y>{COMMON_YEAR})\s?[-–—/]\s?(?P<y2>(?:1\d|20)\d\d|\d\d)",
    "ago_fixed": (
        rf"{N} (?P<u>year|decade)s? ago (?:(?P<fix>today|yesterday|(?:this|last) (?:week|month))"
        rf"|(?:in |this |last )(?P<m>{FULL_MONTH}))"
    ),
    "ago": rf"{N}(?P<half> and a half)? {U} ago",
    "vague_offset": rf"(?:{FEW} )?(?P<u>{SPAN_UNIT})s (?P<way>ago|earlier|later|afterwards?)",
    "offset": rf"{N} {U} (?P<way>earlier|previously|later|afterwards?|(?:before|after|prior){ENDS})",
    "beside": rf"the (?P<u>day|week|month|year|decade) (?P<way>earlier|later|(?:before|after|prior){ENDS})",
    "ahead": (
        rf"in {N} (?P<u>day|week|fortnight|month|year|decade)s?(?P<time>['’]?s? time)?"
        rf"|(?:in )?{ABOUT}?(?P<n2>{NUMBER}) (?P<u2>{SPAN_UNIT})s? from (?:now|today)"
    ),
    "window": rf"(?:{THROUGH} )?the (?P<rel>last|past|previous|next|coming) {N} {U}{UNNAMED}",
    "past_unit": rf"(?:{THROUGH} )?the (?P<rel>last|past|coming) {CALENDAR_UNIT}(?! of\b)",
    "vague_window": (
        rf"(?:{THROUGH} )?(?:the )?(?P<rel>recent|coming|(?:past|last|next) (?:few|several|couple of)) {U}"
    ),
    "lasting": rf"(?:for|within|over|during|throughout) {N} {U}",
    "day_word": (
        rf"the day before yesterday|the day after tomorrow|(?:today|tonight|yesterday|tomorrow){HOURS}"
        "|last night|(?:earlier |later )?this (?:morning|afternoon|evening)|(?:earlier|later) (?:today|in the day)"
        r"|overnight(?! \w+s\b)"
    ),
    "within_unit": (
        r"within (?:the|that) (?P<u>week|month|year)(?! (?:of|in|before|after)\b)"
        r"|before (?:the|that) (?P<u2>week|month|year) (?:is|was|were) (?:out|over)"
    ),
    "since_then": r"(?<=\bsince\s)then",
    "unit_end": (
        rf"(?:(?P<part>{PART})|(?P<side>earlier|later) in )the (?P<u>week|month|quarter|year|decade|century)"
    ),
    "unit_now": rf"(?:(?P<part>{PART})|(?P<side>earlier|later|sometime|so far) )?(?P<rel>{NOW}) {CALENDAR_UNIT}",
    "unit_then": (
        rf"(?:(?P<part>{PART})|(?P<side>earlier|later) )?(?P<rel>{THEN}) "
        "(?P<u>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|century)"
    ),
    "weekend_thing": r"(?<=\ba\s)weekend(?= (?!of\b|in\b|at\b|with\b|after\b|before\b|to\b|and\b|or\b)[a-z]+)",
    "over_weekend": r"over the (?P<u>weekend)(?! of\b)",
    "feast": rf"(?P<f>{choice(FEASTS)})(?:,? (?:of |in )?{Y})?",
    "weekday": (
        rf"(?:(?P<rel>{NOW}|{THEN}) )?(?P<w>{FULL_WEEKDAY}){HOURS}"
        "(?:,? (?:of )?(?P<week>last|this|next) week)?"
    ),
    "month": rf"{P}(?:(?P<rel>{NOW}|{THEN}) )?(?P<m>{FULL_MONTH}\b|(?:jan|feb|aug|sept?|oct|nov|dec)\.)",
    "worded_year": rf"the year (?P<yw>{YEAR_WORDS})",
    "republic_year": (
        r"(?:the )?(?:year (?P<n>\d{1,3})|(?P<n2>\d{1,3})(?:st|nd|rd|th) year) of the republic(?: of china)?"
    ),
    "bare_era": rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\byear\s))(?P<y>{BARE_BUDDHIST})",
    "year": rf"{P}(?:the year )?(?P<y>{YEAR})",
    "stretch": rf"(?!an?\b|one day\b)(?P<n>{NUMBER})[-\s](?P<u>year|decade|month|week|day)s?(?![-\s]old)",
}
