"""Settings from the environment or ``.env``; a wrong one becomes one clear line."""

import os
import re
from pathlib import Path
from urllib.parse import urlparse

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
TELEGRAM_TOKEN = re.compile(r"\d+:[\w-]+")
DATABASES = ("sqlite+aiosqlite://", "postgresql+asyncpg://")
LANGUAGES = Path(__file__).parent.parent / "locales"


class WrongSettings(ValueError):
    """One or more settings are wrong or missing; the text is one line for the operator."""


class Settings(BaseSettings):
    """``NASTAVNIK_*``: tokens, addresses, where the data are and the key that encrypts them."""

    model_config = SettingsConfigDict(env_prefix="NASTAVNIK_", extra="ignore", env_ignore_empty=True)

    telegram_token: str = ""
    telegram_api: str = "https://api.telegram.org"
    vk_token: str = ""
    vk_group_id: int = 0
    vk_user_token: str = ""
    vk_api: str = "https://api.vk.ru"
    database_url: str = ""
    data: Path = Path("data")
    key: str = Field(default="", repr=False)
    locale: str = "ru"
    clock: str = ""

    @field_validator("telegram_token")
    @classmethod
    def _token_is_telegrams(cls, token: str) -> str:
        if token and not TELEGRAM_TOKEN.fullmatch(token):
            raise ValueError("токен выглядит так: 123456:ABC-DEF; его выдаёт @BotFather")
        return token

    @field_validator("telegram_api", "vk_api", "clock")
    @classmethod
    def _is_address(cls, address: str) -> str:
        parts = urlparse(address)
        if address and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("нужен адрес вида https://…")
        return address

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, address: str) -> str:
        if address and not address.startswith(DATABASES):
            raise ValueError("нужен адрес вида postgresql+asyncpg://… или sqlite+aiosqlite:///…")
        return address

    @field_validator("locale")
    @classmethod
    def _language_is_there(cls, language: str) -> str:
        if not any((LANGUAGES / language).glob("*.ftl")):
            raise ValueError(f"нет текстов на языке «{language}»")
        return language

    @field_validator("clock")
    @classmethod
    def _clock_is_local(cls, address: str) -> str:
        if address and urlparse(address).hostname not in LOOPBACK:
            raise ValueError("часы песочницы принимаются только с этого же компьютера (127.0.0.1)")
        return address

    @model_validator(mode="after")
    def _vk_is_whole(self) -> "Settings":
        if bool(self.vk_token) != bool(self.vk_group_id):
            raise ValueError("NASTAVNIK_VK_TOKEN и NASTAVNIK_VK_GROUP_ID нужны вместе")
        return self

    @property
    def url(self) -> str:
        """The database's URL: the given one, else a SQLite file in the data folder."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.data / 'nastavnik.db').absolute()}"


def read_settings() -> Settings:
    """Read and check the settings; raises ``WrongSettings``.

    ``NASTAVNIK_ENV_FILE`` names another file than ``.env``; empty, as the demonstration sets it, means none.
    """
    try:
        return Settings(_env_file=os.environ.get("NASTAVNIK_ENV_FILE", ".env") or None)
    except ValidationError as error:
        raise WrongSettings("; ".join(_line(problem) for problem in error.errors())) from error


def check_for_serving(settings: Settings) -> None:
    """What ``run`` needs besides: a messenger and a key."""
    if not settings.telegram_token and not settings.vk_token:
        raise WrongSettings("укажите NASTAVNIK_TELEGRAM_TOKEN или NASTAVNIK_VK_TOKEN с NASTAVNIK_VK_GROUP_ID")
    check_key(settings)


def check_key(settings: Settings) -> None:
    if not settings.key:
        raise WrongSettings(
            "нет ключа шифрования: сделайте его командой «python -m bot make-key» и укажите в NASTAVNIK_KEY"
        )
    from storage.cipher import Cipher, WrongKey  # noqa: PLC0415 - cryptography is needed here only

    try:
        Cipher(settings.key)
    except WrongKey as error:
        raise WrongSettings("NASTAVNIK_KEY: это не ключ; новый делает команда «python -m bot make-key»") from error


def _line(problem: object) -> str:
    assert isinstance(problem, dict)
    name = "_".join(str(part) for part in problem["loc"]).upper()
    message = str(problem["msg"]).removeprefix("Value error, ")
    return f"NASTAVNIK_{name}: {message}" if name else message
