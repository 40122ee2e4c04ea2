"""Whose or what kind of thing a mention is, told before it: 云麓市引进的…, 园区龙头企业“…”, 隔壁的…, 由外商投资建设的…."""

from __future__ import annotations

import re

from transforms.observe.mention import Mention

OWNED = 24  # characters between an owner and what it has
# What stands between a whole and what it has, or between who acts and what that acts on: 云麓市引进的…, 园区龙头企业“…”.
NO_VERB = "(?![^,;。]*?(?:[是为有成]|作为|打造|形成|荣获|获评|入选))"
HAS = re.compile(
    NO_VERB + r"(?:[\u4e00-\u9fff]{0,8}?(?:的|内的?|里的?|境内的?|所在的?|所属的?|下属的?|旗下的?|下辖的?)|"
    r"[\u4e00-\u9fff]{0,6}?(?:引进|引入|招引|投资|新建|承建|建设|兴建|运营|开发|培育|实施|签约|落户|持有|控股)(?:了|起来)?的)?"
    r"(?:[\u4e00-\u9fff]{0,4}?(?:龙头|链主|骨干|领军|头部|重点|上市|核心|代表性?|入园|区内|园内|园区|台资|外资|港资|民营|国有|规上|明星|老牌|示范)+"
    r"企业(?:之一)?(?:的|——?)?)?[“]?"
)
# The same where no one stands before it by name: 隔壁的…, 园区北部的…, 由外商投资建设的….
RELATIVE = re.compile(
    NO_VERB + r"[\u4e00-\u9fffA-Za-z0-9“”()·]{0,28}?"
    r"(?:[内里中上边旁侧部]|境内|所在|所属|下属|旗下|下辖|附近|之隔|隔壁|对面|引进|引入|招引|投资|投资建设|投资兴建|新建|在建|承建|建设|兴建|运营|开发|实施|"
    r"签约|落户|落地|入驻|投产|开工|竣工|投用|动工|而来|迁来|控股|参股)(?:了|不久|过来)?的[“]?"
)


def has(text: str, owner: Mention, mention: Mention) -> bool:
    """Whether a mention is named as what another one has, builds or hosts: 云麓市引进的…项目."""
    near = owner.kind != "project" and mention.start - owner.end <= OWNED
    return near and HAS.fullmatch(text, owner.end, mention.start) is not None


def is_relative(before: str) -> bool:
    """Whether a clause up to a mention is no more than what tells which one it is: 隔壁的, 由外商投资建设的."""
    return "的" in before and RELATIVE.fullmatch(before) is not None
