"""`GET /vk/doc/…` and `/vk/photo/…`: the files behind the addresses in documents and pictures."""

from aiohttp import web

from sandbox.vk.community import Community
from sandbox.vk.media import sizes
from sandbox.vk.pictures import plain_png
from sandbox.vk.state import Media


class DownloadServer:
    def __init__(self, community: Community) -> None:
        self.community = community

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/vk/doc/{media}/{name}", self.doc),
            web.get(r"/vk/photo/{media}/{size:\w}.jpg", self.photo),
        ]

    async def doc(self, request: web.Request) -> web.Response:
        media = self._media(request)
        content = self.community.world.files.read(media.file)
        return web.Response(body=content, content_type="application/octet-stream")

    async def photo(self, request: web.Request) -> web.Response:
        """The picture itself for its largest size, a grey one for the smaller sizes."""
        media = self._media(request)
        known = sizes(media)
        size = known.get(request.match_info["size"])
        if size is None:
            raise web.HTTPNotFound
        if size != max(known.values()):
            return web.Response(body=plain_png(*size), content_type="image/png")
        file = self.community.world.state.files[media.file]
        content = self.community.world.files.read(media.file)
        return web.Response(body=content, content_type=file.media_type)

    def _media(self, request: web.Request) -> Media:
        media = self.community.state.media.get(request.match_info["media"])
        if media is None:
            raise web.HTTPNotFound
        return media
