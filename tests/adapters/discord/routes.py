"""What the small Discord answers to each call that it knows."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import web

from tests.adapters.discord.local import (
    APPLICATION,
    COMPONENT,
    DM,
    EPHEMERAL,
    LOADING,
    MODAL,
    Interaction,
    Json,
    now,
    user,
)

if TYPE_CHECKING:
    from tests.adapters.discord.local import LocalDiscord

Handler = Callable[["LocalDiscord", list[str], Json], web.Response]


def answer(data: Json | list[Json], status: int = 200) -> web.Response:
    """JSON; the library wants its type without a charset."""
    return web.Response(body=json.dumps(data), status=status, content_type="application/json")


def refuse(status: int, code: int) -> web.Response:
    return answer({"code": code, "message": "refused"}, status=status)


def me(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    return answer(user(APPLICATION, "coach", bot=True))


def application(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    return answer({
        "id": str(APPLICATION), "name": "coach", "description": "", "icon": None, "verify_key": "0",
        "bot_public": True, "bot_require_code_grant": False, "rpc_origins": [], "summary": "", "team": None,
        "owner": user(1, "owner"), "flags": 0,
    })  # fmt: skip


def gateway(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    return answer({"url": discord.told_gateway, "shards": discord.shards, "session_start_limit": limit})


def register(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    common = {"application_id": str(APPLICATION), "version": "1"}
    discord.commands = [{**c, **common, "id": str(discord.number())} for c in body["list"]]
    return answer(discord.commands)


def open_dm(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    return answer({"id": f"{body['recipient_id']}7", "type": DM, "recipients": [user(1, "x")]})


def post(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    """A message; one whose nonce was there before is not posted twice."""
    discord.check(body)
    there = discord.posted.setdefault(int(parts[1]), [])
    known = [m for m in there if body.get("enforce_nonce") and m.get("nonce") == body.get("nonce")]
    if not known:
        there.append(message := _message(discord, body, int(parts[1])))
        known = [message]
    return answer(as_told(known[0]))


def as_told(message: Json) -> Json:
    """A message without what only the test looks at."""
    return {k: v for k, v in message.items() if k not in ("files", "described")}


def given(body: Json) -> Json:
    """What a body says of a message; `described`: its attachments."""
    said = {k: v for k, v in body.items() if v is not None and k != "attachments"}
    return {**said, "described": body.get("attachments") or []}


def _message(discord: LocalDiscord, body: Json, channel: int) -> Json:
    shown = {"content": "", "components": [], "flags": 0, **given(body)}
    return {**shown, "id": str(discord.number()), "channel_id": str(channel), "type": 0, "embeds": [],
            "author": user(APPLICATION, "coach", bot=True), "attachments": [], "mentions": [], "tts": False,
            "mention_roles": [], "mention_everyone": False, "pinned": False, "edited_timestamp": None,
            "timestamp": "2026-11-23T09:00:00+00:00"}  # fmt: skip


def make_thread(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    thread = {**body, "id": str(discord.number()), "guild_id": "50", "parent_id": parts[1], "owner_id": "100",
              "message_count": 0, "member_count": 1, "thread_metadata": {
                  "archived": False, "auto_archive_duration": 10080, "locked": False,
                  "archive_timestamp": "2026-11-23T09:00:00+00:00"}}  # fmt: skip
    discord.threads.append(thread)
    return answer(thread)


def join_thread(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    discord.threads[-1].setdefault("people", []).append(parts[3])
    return web.Response(status=204)


def channel(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    known = {**discord.channels, **{thread["id"]: thread for thread in discord.threads}}
    return answer(known[parts[1]]) if parts[1] in known else refuse(404, 10003)


def guild(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    return answer({"id": parts[1], "name": "server", "features": []})


def member(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    return refuse(404, 10007) if parts[3] in discord.left else answer({"roles": []})


def thread_member(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    thread = next(thread for thread in discord.threads if thread["id"] == parts[1])
    there = parts[3] in thread.get("people", ()) and parts[3] not in discord.left
    return answer({"user_id": parts[3], "flags": 0}) if there else refuse(404, 10007)


# --- interactions


def respond(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    """The first answer: 4 and 7 say something, 5 and 6 promise it, 8 completes, 9 opens a modal."""
    it, kind, data = discord.interactions[parts[2]], body["type"], body.get("data") or {}
    if it.answers:
        return refuse(400, 40060)
    if now() - it.born > 3:
        return refuse(404, 10062)
    it.answers.append(kind)
    it.took = now() - it.born
    it.shows = data
    if kind == 5:
        it.messages["@original"] = _message(discord, {"flags": data.get("flags", 0) | LOADING}, 0)
    elif kind == 6 and it.kind in (COMPONENT, MODAL) and it.source:
        it.messages["@original"] = it.source
    it.answered.set()
    shown = {
        "id": str(it.id),
        "type": it.kind,
        "response_message_id": it.messages.get("@original", {}).get("id"),
    }
    return answer({"interaction": shown})


def edit(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    it = discord.interactions[parts[2]]
    original = it.messages.get("@original")
    if original is None or it.deleted:
        return refuse(404, 10008)
    discord.check(body)
    it.followed.set()
    original.update(given(body), flags=original["flags"] & ~LOADING)
    return answer(as_told(original))


def edit_own(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    """A message of the bot's own, whatever it came from."""
    answers = [m for it in discord.interactions.values() for m in it.messages.values()]
    posts = [m for there in discord.posted.values() for m in there]
    message = next((m for m in (*answers, *posts) if m["id"] == parts[3]), None)
    if message is None or private(message):
        return refuse(404, 10008)
    discord.check(body)
    message.update(given(body), flags=message["flags"] & ~LOADING)
    return answer(as_told(message))


def follow_up(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    it = discord.interactions[parts[2]]
    if it.thinking:
        return edit(discord, [*parts, "messages", "@original"], body)
    discord.check(body)
    message = _message(discord, body, 0)
    it.messages[message["id"]] = message
    it.followed.set()
    return answer(as_told(message))


def take_back(discord: LocalDiscord, parts: list[str], body: Json) -> web.Response:
    it = discord.interactions[parts[2]]
    it.deleted = True
    it.followed.set()
    return web.Response(status=204)


def private(message: Json) -> bool:
    return bool(message.get("flags", 0) & EPHEMERAL)


def texts(it: Interaction) -> list[str]:
    return [m["content"] for m in it.messages.values() if m["content"]]


ROUTES: dict[str, Handler] = {
    "GET /users/@me": me,
    "GET /oauth2/applications/@me": application,
    "GET /gateway/bot": gateway,
    "PUT /applications/*/commands": register,
    "POST /users/@me/channels": open_dm,
    "GET /channels/*": channel,
    "GET /channels/*/thread-members/*": thread_member,
    "GET /guilds/*": guild,
    "GET /guilds/*/members/*": member,
    "POST /channels/*/messages": post,
    "PATCH /channels/*/messages/*": edit_own,
    "POST /channels/*/threads": make_thread,
    "PUT /channels/*/thread-members/*": join_thread,
    "POST /interactions/*/*/callback": respond,
    "PATCH /webhooks/*/*/messages/@original": edit,
    "DELETE /webhooks/*/*/messages/@original": take_back,
    "POST /webhooks/*/*": follow_up,
}
