"""Source and reporters in the forms that papers, portals and aggregators print them in."""

import pytest

from transforms.article.people import labelled_source, reporters_in, stated_source


@pytest.mark.parametrize(("line", "names"), [
    ("(记者 朱婉 通讯员 蔡曦)", ["朱婉", "蔡曦"]),
    ("□融媒记者 顾姗 融媒首席记者 张静芷", ["顾姗", "张静芷"]),
    ("本报记者 徐苗 李语声 吴思野", ["徐苗", "李语声", "吴思野"]),
    ("青江夜生活/青牛新闻记者黄玉卿", ["黄玉卿"]),
    ("全媒体记者/李逸丰 通讯员/谢可", ["李逸丰", "谢可"]),
    ("通讯员刘玺冬易赛南", ["刘玺冬", "易赛南"]),
    ("作者：admin", []),
    ("作者：办公室", []),
    ("记者在一线", []),
    ("采写：青都记者 余毅", ["余毅"]),
])
def test_reporters(line: str, names: list[str]) -> None:
    assert reporters_in(line) == names


@pytest.mark.parametrize(("text", "source"), [
    ("2023-05-06 来源：青江日报 作者：admin", "青江日报"),
    ("信息来源: 市发改委 浏览次数：12", "市发改委"),
    ("「本文来源:青眼新闻」", "青眼新闻"),
    ("来源 | 经发局", "经发局"),
    ("来源：本站 点击：12", ""),
    ("来源：网络", ""),
    ("没有来源的一行", ""),
])
def test_labelled_source(text: str, source: str) -> None:
    assert labelled_source(text) == source


@pytest.mark.parametrize(("lead", "edges", "source"), [
    ("青山网讯 机械臂精准上下料", [], "青山网"),
    ("中新社江城4月23日电 (高瑞)园区举办推介会", [], "中新社"),
    ("青江晚报讯（记者陆一）近日", [], "青江晚报"),
    ("本报讯 金坛开发区", [], ""),
    ("据财华社9月26日消息，", [], "财华社"),
    ("园区签约项目12个。", ["青江夜生活/青牛新闻记者黄玉卿"], "青牛新闻"),
    ("园区签约项目12个。", ["本报记者 徐苗"], ""),
])
def test_stated_source(lead: str, edges: list[str], source: str) -> None:
    assert stated_source(lead, edges) == source
