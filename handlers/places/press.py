"""What the buttons of organisations carry."""

from aiogram.filters.callback_data import CallbackData


class Places(CallbackData, prefix="places"):
    """A page of the person's organisations."""

    page: int = 0


class Enter(CallbackData, prefix="enter"):
    """Be in this organisation from now on."""

    organisation: int
