"""Which indicator a number states.

``choose`` tries the rules of these modules in this order; the first that finds one decides:

- ``recalled``: what the sentence or the one before set aside ("chỉ số này", "lần lượt tăng ... và ...");
- ``right``: named behind a percentage ("tăng 9,3% về số doanh nghiệp");
- ``named``: named before the number, with ``shared`` for wordings that several indicators have;
- ``counted``: stated by the noun of the number ("174 dự án", "24 CCN");
- ``beside``: from the word right behind an amount, or from the amount right before it;
- ``after``: behind a number that opens its sentence ("Đạt 4,6 tỷ USD, kim ngạch xuất khẩu ...");
- ``inherited``: the one in force in the sentence or the discourse.

``number`` is what the rules look at, ``choice`` what they answer, ``fits`` which units an indicator takes.
"""

from kg.facts.choose.choice import OUTSIDE, Choice
from kg.facts.choose.chooser import choose

__all__ = ["OUTSIDE", "Choice", "choose"]
