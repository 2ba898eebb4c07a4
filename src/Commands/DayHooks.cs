namespace Blog.Commands;

/// <summary>Scripts of the hooks by which a commit tells the day and the blog's name, not the minute and a person's.</summary>
/// <remarks>
/// No setting of git rounds times, and a pre-commit hook comes before they are set. So the commit is written a second time right after it was made: the raw
/// object with other author and committer lines, by git's own plumbing, which runs no hook, so that nothing can call itself. One that is so
/// already comes out with the same id and is left. Noon UTC of the day, and +0000, because the zone tells where somebody sits. What stays
/// on this machine (the first version until git clears it away, and the reflog) is never pushed. Programs that commit without running hooks, and
/// histories that are brought in, are caught by the hook before a push.
/// </remarks>
internal static class DayHooks
{
    /// <summary>For <c>post-commit</c>, and for <c>post-merge</c>, where merges pass by the first.</summary>
    public const string AfterCommit = """
        # Gives the commit just made the blog's name, and the day instead of the minute.
        set -eu
        old=$(git rev-parse --verify --quiet HEAD) || exit 0
        WHO_NAME=$(git config --local user.name) || WHO_NAME=
        WHO_MAIL=$(git config --local user.email) || WHO_MAIL=
        export WHO_NAME WHO_MAIL
        new=$(git cat-file commit "$old" | LC_ALL=C awk '
          body { print; next }
          /^$/ { body = 1; print; next }
          /^gpgsig/ { skip = 1; next }
          skip && /^ / { next }
          { skip = 0 }
          /^(author|committer) / {
            time = $(NF - 1)
            who = substr($0, 1, length($0) - length($(NF - 1)) - length($NF) - 2)
            if (ENVIRON["WHO_NAME"] != "" && ENVIRON["WHO_MAIL"] != "") who = $1 " " ENVIRON["WHO_NAME"] " <" ENVIRON["WHO_MAIL"] ">"
            printf "%s %.0f +0000\n", who, time - time % 86400 + 43200
            next
          }
          { print }
        ' | git hash-object -t commit -w --stdin)
        if [ "$new" != "$old" ]; then
          git update-ref -m "the day instead of the minute" HEAD "$new" "$old"
        fi

        """;

    /// <summary>For <c>pre-push</c>: commits that tell more are not pushed.</summary>
    public const string BeforePush = """
        # Stops a push of commits that tell when somebody worked, or by another name than the blog's.
        set -eu
        mail=$(git config --local user.email) || mail=
        none=$(git hash-object --stdin </dev/null | tr '0-9a-f' '0')
        bad=0
        while read -r local_ref local_id remote_ref remote_id; do
          if [ "$local_id" = "$none" ]; then continue; fi
          if [ "$remote_id" = "$none" ]; then
            found=$(git log --date=raw --format='%ad %cd %ae %ce' "$local_id" --not --remotes="$1")
          else
            found=$(git log --date=raw --format='%ad %cd %ae %ce' "$remote_id..$local_id")
          fi
          count=$(printf '%s\n' "$found" | WHO_MAIL=$mail LC_ALL=C awk '
            NF == 0 { next }
            $1 % 86400 != 43200 || $2 != "+0000" || $3 % 86400 != 43200 || $4 != "+0000" { n++; next }
            ENVIRON["WHO_MAIL"] != "" && ($5 != ENVIRON["WHO_MAIL"] || $6 != ENVIRON["WHO_MAIL"]) { n++ }
            END { print n + 0 }')
          bad=$((bad + count))
        done
        if [ "$bad" -gt 0 ]; then
          hook=$(git rev-parse --git-path hooks/post-commit)
          echo "$bad commits tell when somebody worked, or by another name than the blog's, so nothing was pushed." >&2
          echo "Make them anew with: git rebase --root --exec \"sh $hook\"" >&2
          exit 1
        fi

        """;
}
