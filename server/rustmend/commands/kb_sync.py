"""``rustmend kb sync``: a round with the team's server now, or what it would do."""

import asyncio

import msgspec

from rustmend.commands import output
from rustmend.errors import UsageError
from rustmend.knowledge.learned import decode, readable
from rustmend.knowledge.teambase import payload
from rustmend.wiring import knowledge


async def sync(*, dry_run: bool, as_json: bool) -> int:
    """Push what waits and honour what others withdrew; with ``dry_run`` show what would leave."""
    known = knowledge()
    team = known.team
    if team is None:
        raise UsageError("no team's server is configured: set team.url, see docs/team.md")
    with output.progress(quiet=as_json) as tell:
        tell(f"asking {team.url}")
        done = await asyncio.to_thread(team.sync, dry_run=dry_run)
    known.journal.complain()
    if as_json:
        output.print_json(
            {
                "server": team.url,
                "dry_run": dry_run,
                "pushed": [
                    {**msgspec.to_builtins(each), "body": msgspec.json.decode(each.body)}
                    for each in done.pushed
                ],
                "withdrawn": list(done.withdrawn),
                "withdrawn_by_others": list(done.learned_gone),
                "total": done.total,
            }
        )
        return 0
    console = output.console()
    verb = "would be pushed" if dry_run else "pushed"
    console.print(f"{len(done.pushed)} {verb}, {done.total:,} on the server", highlight=False)
    for each in done.pushed:
        codes = ", ".join(each.codes) or "no code"
        what = f"  {each.id[:12]}  {codes}  {readable(decode(each.body))}"
        console.print(what, markup=False, highlight=False)
        if dry_run:  # these words, and no others, would leave
            console.file.write(f"    {msgspec.json.encode(payload(each)).decode()}\n")
    if done.withdrawn:
        verb = "would be withdrawn" if dry_run else "withdrawn"
        console.print(f"{len(done.withdrawn)} forgotten here {verb}", highlight=False)
    if done.learned_gone:
        verb = "were" if dry_run else "are no longer served:"
        console.print(f"{len(done.learned_gone)} {verb} withdrawn by others", highlight=False)
    return 0
