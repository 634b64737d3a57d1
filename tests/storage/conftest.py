from collections.abc import AsyncIterator

import pytest
from sqlalchemy.engine import URL

from storage.database import Database
from tests import databases


@pytest.fixture
async def other_process(database_url: URL) -> AsyncIterator[Database]:
    """The same database, opened by somebody else."""
    other = databases.open_database(database_url)
    yield other
    await other.close()
