"""Encryption at rest and keyed hashes, both from one key that never enters the database."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken


class WrongKey(ValueError):
    """The key is malformed, or the data were encrypted with another one."""


class Cipher:
    """Encrypts what is personal; ``hash`` allows to ask for equality without decrypting."""

    def __init__(self, key: str) -> None:
        try:
            self._fernet = Fernet(key.encode())
        except ValueError as error:
            raise WrongKey("the key is not 32 bytes in url-safe base64") from error
        self._hash_key = hashlib.sha256(b"hash:" + base64.urlsafe_b64decode(key)).digest()

    @staticmethod
    def make_key() -> str:
        return Fernet.generate_key().decode()

    def encrypt(self, content: bytes) -> bytes:
        return self._fernet.encrypt(content)

    def decrypt(self, content: bytes) -> bytes:
        try:
            return self._fernet.decrypt(content)
        except InvalidToken as error:
            raise WrongKey("the data were encrypted with another key") from error

    def hash(self, text: str) -> str:
        return hmac.new(self._hash_key, text.encode(), hashlib.sha256).hexdigest()
