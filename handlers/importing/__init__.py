"""People of a curator's list: read, looked through, invited by name, each with a code of her own.

Until somebody consents nothing but her invitation is kept, encrypted, and not longer than thirty days.
"""

from aiogram import Router

from handlers.importing import confirming, upload, waiting

router = Router(name="importing")
router.include_routers(upload.router, confirming.router, waiting.router)
