"""The table of allowed imports: who may know whom."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"bot", "documents", "domain", "handlers", "locales", "sandbox", "scheduler", "storage"}

ALLOWED: dict[str, set[str]] = {
    "domain": set(),
    "locales": set(),
    "documents": {"domain", "locales"},
    "storage": {"domain"},
    "handlers": {"domain", "documents", "storage", "locales"},
    "scheduler": {"domain", "documents", "storage", "locales"},
    "sandbox": set(),
    "bot": OURS,
}
THIRD_PARTY: dict[str, set[str]] = {
    "domain": {"dateutil"},
    "locales": {"fluent"},
    "sandbox": {"aiohttp"},
}
FORBIDDEN: dict[str, set[str]] = {
    "documents": {"aiogram", "sqlalchemy", "vk_api", "apscheduler"},
    "storage": {"aiogram", "apscheduler", "vk_api"},
    "handlers": {"sqlalchemy", "vk_api", "apscheduler"},
    "scheduler": {"aiogram", "vk_api"},
}


def imports_of(file: Path) -> Iterator[str]:
    """Top-level packages that a module imports, also inside its functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_its_layer_allows(package: str) -> None:
    wrong = {
        (str(file.relative_to(ROOT)), name)
        for file in modules(package)
        for name in imports_of(file)
        if name in OURS - ALLOWED[package] - {package}
    }
    assert not wrong


@pytest.mark.parametrize("package", sorted(THIRD_PARTY))
def test_pure_packages_need_few_libraries(package: str) -> None:
    allowed = OURS | THIRD_PARTY[package] | sys.stdlib_module_names
    assert not {name for file in modules(package) for name in imports_of(file)} - allowed


@pytest.mark.parametrize("package", sorted(FORBIDDEN))
def test_a_package_stays_away_from_foreign_matters(package: str) -> None:
    assert not {name for file in modules(package) for name in imports_of(file)} & FORBIDDEN[package]


def test_every_package_is_in_the_table() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert folders - {"tests", "bench"} == set(ALLOWED)


def handlers_imports() -> dict[str, list[tuple[str, bool]]]:
    """Module of ``handlers`` → the modules that its import runs, and whether it takes names out of them.

    A package runs before its modules.
    """
    files = {".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in modules("handlers")}
    known = {name.removesuffix(".__init__"): ast.parse(file.read_text("utf-8")) for name, file in files.items()}
    found: dict[str, list[tuple[str, bool]]] = {name: [] for name in known}
    for name, tree in known.items():
        for node in (each for each in tree.body if isinstance(each, ast.ImportFrom)):
            for alias in node.names:
                module = f"{node.module}.{alias.name}"
                run = module if module in known else node.module or ""
                packages = [each for each in known if run.startswith(f"{each}.") and not name.startswith(each)]
                found[name] += [(each, False) for each in packages] + [(run, module not in known)] * (run in known)
    return found


def reached(start: str, imports: dict[str, list[tuple[str, bool]]]) -> set[str]:
    seen, ahead = set[str](), [start]
    while ahead:
        module = ahead.pop()
        ahead += [each for each, _ in imports[module] if each not in seen]
        seen.add(module)
    return seen


def test_conversations_can_be_imported_in_any_order() -> None:
    """Modules may lead to each other in a circle only as whole modules: a name may not be there yet."""
    imports = handlers_imports()
    behind = {module: reached(module, imports) for module in imports}
    named = {(module, each) for module, run in imports.items() for each, is_named in run if is_named}
    assert not {(module, each) for module, each in named if module in behind[each]}


def test_transactions_end_in_one_place() -> None:
    """The word itself occurs nowhere: a block of `Database.begin` is the only way to keep something."""
    texts = {file: file.read_text(encoding="utf-8") for package in OURS for file in modules(package)}
    assert not [file for file, text in texts.items() if ".commit(" in text]
