"""What every group of tables is made of: the session of the transaction and the cipher."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher


class Group:
    """One module of ``storage``: the reads and writes of a few tables that belong together."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self.session = session
        self.cipher = cipher
