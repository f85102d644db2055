//! Longest common subsequences and diffs.

/// One step of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<T> {
    /// In both.
    Keep(T),
    /// Only in the old one.
    Remove(T),
    /// Only in the new one.
    Add(T),
}

/// A shortest way from `old` to `new` by removing and adding items; removals come before additions.
pub fn diff<'a, T: PartialEq>(old: &'a [T], new: &'a [T]) -> Vec<Change<&'a T>> {
    let lengths = lengths(old, new);
    let mut changes = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                changes.push(Change::Keep(a));
                i += 1;
                j += 1;
            }
            (Some(a), b) if b.is_none() || lengths[i + 1][j] >= lengths[i][j + 1] => {
                changes.push(Change::Remove(a));
                i += 1;
            }
            (_, Some(b)) => {
                changes.push(Change::Add(b));
                j += 1;
            }
            (_, None) => return changes,
        }
    }
}

/// A longest sequence that both hold, in this order but perhaps with gaps.
pub fn common<'a, T: PartialEq>(a: &'a [T], b: &'a [T]) -> Vec<&'a T> {
    diff(a, b)
        .into_iter()
        .filter_map(|change| match change {
            Change::Keep(item) => Some(item),
            Change::Remove(_) | Change::Add(_) => None,
        })
        .collect()
}

/// `[i][j]`: how much `a[i..]` and `b[j..]` have in common.
fn lengths<T: PartialEq>(a: &[T], b: &[T]) -> Vec<Vec<u32>> {
    let mut lengths = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i][j] = if a[i] == b[j] {
                lengths[i + 1][j + 1] + 1
            } else {
                lengths[i + 1][j].max(lengths[i][j + 1])
            };
        }
    }
    lengths
}

/// The diff of two texts by lines, each with ` `, `-` or `+` before it.
pub fn diff_lines(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    diff(&old, &new)
        .iter()
        .map(|change| match change {
            Change::Keep(line) => format!("  {line}\n"),
            Change::Remove(line) => format!("- {line}\n"),
            Change::Add(line) => format!("+ {line}\n"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common_text(a: &str, b: &str) -> String {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        common(&a, &b).into_iter().collect()
    }

    #[test]
    fn what_texts_have_in_common() {
        assert_eq!(common_text("nematode", "empty"), "emt");
        assert_eq!(common_text("äöü", "xöy"), "ö");
        assert_eq!(common_text("abc", "xyz"), "");
        assert_eq!(common_text("", "abc"), "");
    }

    #[test]
    fn a_diff_of_lines() {
        let old = "[package]\nname = \"a\"\nedition = \"2021\"\n";
        let new = "[package]\nname = \"a\"\nedition = \"2024\"\npublish = false\n";
        assert_eq!(
            diff_lines(old, new),
            "  [package]\n  name = \"a\"\n- edition = \"2021\"\n+ edition = \"2024\"\n+ publish = false\n"
        );
    }

    #[test]
    fn equal_texts_have_no_changes() {
        assert_eq!(diff_lines("a\nb", "a\nb"), "  a\n  b\n");
        assert_eq!(diff_lines("", ""), "");
    }

    #[test]
    fn a_diff_leads_from_one_to_the_other() {
        for (old, new) in [
            ("kitten", "sitting"),
            ("", "new"),
            ("old", ""),
            ("aab", "aba"),
        ] {
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            let changes = diff(&old, &new);
            let side = |left: bool| -> Vec<char> {
                changes
                    .iter()
                    .filter_map(|change| match change {
                        Change::Keep(item) => Some(**item),
                        Change::Remove(item) => left.then_some(**item),
                        Change::Add(item) => (!left).then_some(**item),
                    })
                    .collect()
            };
            assert_eq!(side(true), old);
            assert_eq!(side(false), new);
        }
    }
}
