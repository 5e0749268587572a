"""Performance-target forms of the 2017 sample and of the 2023 document of the corpus, as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from yusuan.pipeline.dataset.dataset import Dataset

SAMPLE, CORPUS = 2017, "20df02bc945c"
FIGURES = ["level_1", "level_2", "level_3", "value", "comparator", "number", "number_unit"]


def rows(dataset: Dataset, document_id: str, form: int, kind: str = "") -> pd.DataFrame:
    targets = dataset.performance_targets
    found = targets[(targets["document_id"] == document_id) & (targets["form"] == form)]
    return found[found["kind"] == kind] if kind else found


def blank(values: Any) -> list[tuple[str, ...]]:
    return [tuple("" if pd.isna(value) else str(value) for value in row) for row in values]


@pytest.fixture(scope="module")
def sample_id(samples: Dataset) -> str:
    documents = samples.documents
    return str(documents.loc[documents["fiscal_year"] == SAMPLE, "document_id"].iloc[0])


def head(dataset: Dataset, document_id: str, form: int) -> dict[str, str]:
    found = rows(dataset, document_id, form, "head")
    assert found["field"].is_unique
    return dict(zip(found["field"], found["value"], strict=True))


SAMPLE_HEADS = {
    1: {
        "project": "上海市在外地投资企业工商注册数据采集与分析系统（2017年运维）",
        "total_funds": "206450",
        "annual_funds": "206450",
        "prior_year_budget": "89150",
        "prior_year_execution": "89000",
    },
    2: {
        "project": "各地来沪投资数据采集与统计分析系统(运维)",
        "total_funds": "200000",
        "annual_funds": "200000",
        "prior_year_budget": "0",
        "prior_year_execution": "0",
    },
    3: {
        "project": "合作交流综合信息服务平台建设(运维)",
        "end_date": "2017-12-31",
        "total_funds": "193690",
        "annual_funds": "193690",
        "prior_year_budget": "0",
        "prior_year_execution": "0",
    },
}
SAMPLE_ALL = {
    "year": "2017",
    "unit": "上海市合作交流办公室",
    "project_type": "经常性专项业务费",
    "fund_use": "政府购买服务",
    "start_date": "2017-01-01",
}
LONG = {"summary", "basis", "necessity", "safeguards", "plan", "overall_goal", "annual_goal", "remark"}


@pytest.mark.parametrize("form", [1, 2, 3])
def test_heads_of_the_sample(samples: Dataset, sample_id: str, form: int) -> None:
    found = {field: value for field, value in head(samples, sample_id, form).items() if field not in LONG}
    assert found == SAMPLE_ALL | SAMPLE_HEADS[form]


def test_texts_of_the_sample(samples: Dataset, sample_id: str) -> None:
    assert LONG - set(head(samples, sample_id, 1)) == set()
    # The second form has no second page, the third a blank remark.
    assert LONG & set(head(samples, sample_id, 2)) == {"summary", "basis", "necessity", "safeguards"}
    assert LONG - set(head(samples, sample_id, 3)) == {"remark"}


SUB_PROJECTS = {
    1: [
        ("数据采集子系统、统计分析子系统等", "152950.00"),
        ("专题数据建设", "31500.00"),
        ("主机-PC服务器", "22000.00"),
    ],
    2: [
        ("统计分析子系统、补充数据采集子系统等", "156000.00"),
        ("增加值和就业估算数据采集子系统", "30000.00"),
        ("主机-PC服务器", "14000.00"),
    ],
    3: [
        ("综合信息报送系统、区县招商引资项目交流系统等", "112070.00"),
        ("IDC服务费", "45000.00"),
        ("主机-PC服务器与小型机、网络设备-交换机等硬件", "36620.00"),
    ],
}


@pytest.mark.parametrize("form", [1, 2, 3])
def test_sub_projects_of_the_sample_prove_the_money_of_the_year(samples: Dataset, sample_id: str, form: int) -> None:
    found = rows(samples, sample_id, form, "sub_project")
    told = [(name, f"{amount:.2f}") for name, amount in zip(found["sub_project"], found["amount"], strict=True)]
    assert told == SUB_PROJECTS[form]
    money = rows(samples, sample_id, form).dropna(subset="amount").set_index("field")
    assert set(found["status"]) == {"proved"}
    assert money.loc["annual_funds", "status"] == "proved"
    assert money.loc["annual_funds", "amount"] == found["amount"].sum()


SAMPLE_INDICATORS = {
    1: [
        ("投入和管理目标", "信息安全管理制度健全性", "", "健全", "", "", ""),
        ("投入和管理目标", "资金到位及时率", "", "100%", "", "100", "%"),
        ("投入和管理目标", "预算执行率", "", "100%", "", "100", "%"),
        ("产出目标", "系统运行故障率", "", "降低", "", "", ""),
        ("产出目标", "运维工作完成及时率", "", "及时", "", "", ""),
        ("产出目标", "运维工作完成率", "", "100%", "", "100", "%"),
        ("效果目标", "信息录入、查询速度提升情况", "", "提升", "", "", ""),
        ("效果目标", "相关人员满意度", "", "≥85%", "≥", "85", "%"),
        ("效果目标", "信息分析速度提升情况", "", "提升", "", "", ""),
        ("影响力目标", "信息化建设规划", "", "建立", "", "", ""),
        ("影响力目标", "系统设施完备性", "", "完备", "", "", ""),
        ("影响力目标", "系统故障应急处理预案", "", "建立", "", "", ""),
    ],
    2: [],
    3: [
        ("投入和管理目标", "信息安全管理制度的健全性", "", "健全", "", "", ""),
        ("投入和管理目标", "资金到位及时率", "", "100%", "", "100", "%"),
        ("投入和管理目标", "预算执行率", "", "100%", "", "100", "%"),
        ("产出目标", "系统运行故障率", "", "降低", "", "", ""),
        ("产出目标", "运维工作完成及时率", "", "及时", "", "", ""),
        ("产出目标", "运维工作完成率", "", "100%", "", "100", "%"),
        ("效果目标", "相关人员满意度", "", "≥85.00%", "≥", "85.00", "%"),
        ("效果目标", "平台操作便捷度提升情况", "", "提升", "", "", ""),
        ("效果目标", "信息录入、查询速度提升情况", "", "提升", "", "", ""),
        ("影响力目标", "信息化建设规划", "", "建立", "", "", ""),
        ("影响力目标", "平台设施完备性", "", "完备", "", "", ""),
        ("影响力目标", "系统故障应急处理预案", "", "建立", "", "", ""),
    ],
}


@pytest.mark.parametrize("form", [1, 2, 3])
def test_indicators_of_the_sample(samples: Dataset, sample_id: str, form: int) -> None:
    assert blank(rows(samples, sample_id, form, "indicator")[FIGURES].to_numpy()) == SAMPLE_INDICATORS[form]


def test_the_sample_has_three_forms_and_no_findings_in_them(samples: Dataset, sample_id: str) -> None:
    targets, findings = samples.performance_targets, samples.findings
    assert set(targets["document_id"]) == {sample_id}
    assert targets.groupby("form").size().to_dict() == {1: 33, 2: 17, 3: 33}
    # Three of eight projects: 600,140 yuan of 744.2万元.
    assert not findings["rule"].str.startswith("form.").any()
    assert targets[targets["field"] == "annual_funds"]["amount"].sum() == Decimal("600140")


def test_lines_stand_where_they_are_printed(samples: Dataset, sample_id: str) -> None:
    found = rows(samples, sample_id, 1)
    assert found["page"].unique().tolist() == [20, 21]
    assert found["line"].tolist() == list(range(1, 34))
    place = found.set_index("field").loc["annual_funds"]
    assert [round(place[name]) for name in ("x0", "top", "x1", "bottom")] == [384, 332, 538, 359]
    in_grids = found[found["field"] != "year"]
    assert (in_grids["x0"] >= 57).all() and (in_grids["x1"] <= 539).all()


CORPUS_HEADS = {
    # page, project, nature, category, money of the year, indicators, of these with a number
    1: (31, "新建万里街道社区公共服务中心", "阶段性项目", "特定目标类", "4100000.00", 5, 1),
    2: (32, "就业援助基地补贴", "经常性项目", "特定目标类", "6351000.00", 4, 4),
    3: (33, "社区环境整治和建设经费", "经常性项目", "特定目标类", "4563800.00", 4, 4),
    4: (34, "各类工作经费", "经常性项目", "特定目标类", "7595500.00", 43, 15),
    5: (35, "公共服务设施运行经费", "经常性项目", "其他运转类", "10903043.00", 9, 4),
}
BODY = "上海市普陀区人民政府万里街道办事处"


@pytest.mark.parametrize("form", CORPUS_HEADS)
def test_forms_of_the_corpus(corpus_dataset: Dataset, form: int) -> None:
    page, project, nature, category, money, count, numbers = CORPUS_HEADS[form]
    found = rows(corpus_dataset, CORPUS, form)
    assert set(found["page"]) == {page}
    assert set(found["project"]) == {project}
    told = head(corpus_dataset, CORPUS, form)
    assert len(told) == 17
    assert told["overall_goal"] == told["annual_goal"]
    assert {name: told[name] for name in ("year", "department", "unit", "start_date", "end_date")} == {
        "year": "2023",
        "department": BODY,
        "unit": BODY,
        "start_date": "2023-01-01",
        "end_date": "2023-12-31",
    }
    assert (told["project_nature"], told["project_category"]) == (nature, category)
    amounts = found.dropna(subset="amount").set_index("field")["amount"]
    assert len(amounts) == 7
    assert {f"{amounts[name]:.2f}" for name in ("total_funds", "total_fiscal", "annual_funds")} == {money}
    assert {f"{amounts[name]:.2f}" for name in ("total_other", "annual_carried_over", "annual_other")} == {"0.00"}
    assert f"{amounts['annual_fiscal']:.2f}" == ("11419043.00" if form == 5 else money)
    indicators = rows(corpus_dataset, CORPUS, form, "indicator")
    assert len(indicators) == count
    assert indicators["number"].notna().sum() == numbers
    assert not indicators[["level_1", "level_2", "level_3", "value"]].isna().any().any()


def test_indicators_of_the_last_form_of_the_corpus(corpus_dataset: Dataset) -> None:
    assert blank(rows(corpus_dataset, CORPUS, 5, "indicator")[FIGURES].to_numpy()) == [
        ("产出指标", "数量指标", "开展活动300场", "=300.00(场)", "=", "300.00", "场"),
        ("产出指标", "数量指标", "环境卫生及保安服务", "卫生整洁、内部安全有序", "", "", ""),
        ("产出指标", "质量指标", "居民参与率", "居民参与率不低于100%", "≥", "100", "%"),
        ("产出指标", "质量指标", "维修处理及时率", "维修响应速度快", "", "", ""),
        ("产出指标", "质量指标", "房屋质量", "房屋完好", "", "", ""),
        ("效益指标", "社会效益指标", "加强工作人员队伍建设", "是", "", "", ""),
        ("效益指标", "社会效益指标", "安全责任事故", "安全无事故", "", "", ""),
        ("满意度指标", "服务对象满意度指标", "居民满意度", "90%", "", "90", "%"),
        ("满意度指标", "服务对象满意度指标", "工作人员满意度", "≥95.00(%)", "≥", "95.00", "%"),
    ]


def test_merged_names_of_the_long_form_of_the_corpus(corpus_dataset: Dataset) -> None:
    found = rows(corpus_dataset, CORPUS, 4, "indicator")
    assert found.groupby(["level_1", "level_2"], sort=False).size().to_dict() == {
        ("产出指标", "数量指标"): 15,
        ("产出指标", "质量指标"): 8,
        ("效益指标", "社会效益指标"): 14,
        ("满意度指标", "服务对象满意度指标"): 6,
    }
    numbers = found.dropna(subset="number")[["value", "comparator", "number", "number_unit"]]
    assert blank(numbers.to_numpy()) == [
        (">6.00(次)", ">", "6.00", "次"),
        ("≥1.00(个)", "≥", "1.00", "个"),
        ("≥100.00(人数)", "≥", "100.00", "人数"),
        (">150.00(家)", ">", "150.00", "家"),
        ("≥8.00(次)", "≥", "8.00", "次"),
        ("=12.00(次)", "=", "12.00", "次"),
        ("=1.00(次)", "=", "1.00", "次"),
        ("=1.00(次)", "=", "1.00", "次"),
        ("=1.00(次)", "=", "1.00", "次"),
        ("=5.00(万人次)", "=", "5.00", "万人次"),
        ("≥1.00(个)", "≥", "1.00", "个"),
        ("≥120.00(人次)", "≥", "120.00", "人次"),
        ("90.00(度)", "", "90.00", "度"),
        ("满意率100%", "", "100", "%"),
        ("党员群众满意度不少于80%", "≥", "80", "%"),
    ]


def test_the_one_wrong_form_of_the_corpus_is_one_finding(corpus_dataset: Dataset) -> None:
    findings = corpus_dataset.findings
    told = findings[findings["rule"].str.startswith("form.") & (findings["severity"] == "error")]
    assert len(told) == 1
    finding = told.iloc[0]
    assert (finding["document_id"], finding["rule"], finding["page"]) == (CORPUS, "form.over_total", 35)
    assert finding["printed"] == "11,419,043.00"
    assert finding["expected"] == Decimal("10903043")
    assert finding["difference"] == Decimal("516000")
    cell = rows(corpus_dataset, CORPUS, 5).set_index("field").loc["annual_fiscal"]
    assert [finding[name] for name in ("x0", "top", "x1", "bottom")] == [
        cell[name] for name in ("x0", "top", "x1", "bottom")
    ]


def test_amounts_of_the_corpus_are_proved_but_for_those_of_the_wrong_sum(corpus_dataset: Dataset) -> None:
    targets = corpus_dataset.performance_targets
    amounts = targets[(targets["document_id"] == CORPUS) & targets["amount"].notna()]
    wrong = amounts[amounts["status"] != "proved"]
    assert set(wrong["form"]) == {5}
    assert set(wrong["status"]) == {"contradicted"}
    assert set(wrong["field"]) == {"annual_funds", "annual_fiscal", "annual_carried_over", "annual_other"}


def test_the_forms_of_the_corpus_do_not_sum_up_to_what_the_prose_states(corpus_dataset: Dataset) -> None:
    findings = corpus_dataset.findings
    told = findings[findings["rule"] == "form.projects"]
    assert len(told) == 1
    finding = told.iloc[0]
    # Five projects, all attached: 33,513,343 yuan against 3328.13万元.
    assert (finding["document_id"], finding["severity"], finding["page"]) == (CORPUS, "warning", 29)
    assert finding["expected"] == Decimal("33513343")
    assert finding["difference"] == Decimal("-232043")


def test_no_other_form_of_the_corpus_has_a_finding(corpus_dataset: Dataset) -> None:
    findings = corpus_dataset.findings
    assert set(findings[findings["rule"].str.startswith("form.")]["rule"]) == {"form.over_total", "form.projects"}
    assert set(corpus_dataset.performance_targets["document_id"]) == {CORPUS}
