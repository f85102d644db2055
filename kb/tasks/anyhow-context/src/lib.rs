//! Adding up the amounts in a folder of bills.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// Returns the sum in cents of all `.txt` files in `folder`.
///
/// # Errors
///
/// Says which file and which line cannot be used.
pub fn total_of_folder(folder: &Path) -> Result<u64> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot look into {}", folder.display()))?;
    let mut total: u64 = 0;
    for entry in entries {
        let path = entry.context("cannot list the folder")?.path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let amount =
            total_of_bill(&text).with_context(|| format!("{} is no bill", path.display()))?;
        total = total.checked_add(amount).context("the sum is too large")?;
    }
    Ok(total)
}

/// Returns the sum in cents of a bill with lines such as `bread 3.50`.
///
/// # Errors
///
/// Says which line is wrong.
pub fn total_of_bill(text: &str) -> Result<u64> {
    ensure!(!text.trim().is_empty(), "it is empty");
    let mut total = 0;
    for (index, line) in text.lines().enumerate() {
        total += cents(line).with_context(|| format!("in line {}", index + 1))?;
    }
    Ok(total)
}

fn cents(line: &str) -> Result<u64> {
    let Some((_, amount)) = line.rsplit_once(' ') else {
        bail!("there is no amount in {line:?}");
    };
    let (whole, part) = amount.split_once('.').context("an amount is like 3.50")?;
    ensure!(part.len() == 2, "an amount has two decimals");
    let (whole, part): (u64, u64) = (whole.parse()?, part.parse()?);
    Ok(whole * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::num::ParseIntError;

    fn said(text: &str) -> String {
        format!("{:#}", total_of_bill(text).unwrap_err())
    }

    #[test]
    fn bills_are_added_up() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(
            folder.path().join("a.txt"),
            "bread 3.50\ncheese old 12.05\n",
        )?;
        fs::write(folder.path().join("b.txt"), "wine 9.99")?;
        fs::write(folder.path().join("c.png"), "no bill")?;
        assert_eq!(total_of_folder(folder.path())?, 2554);
        Ok(())
    }

    #[test]
    fn the_chain_leads_from_the_file_to_the_cause() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.txt");
        fs::write(&path, "bread 3.50\ntea x.20\n")?;
        let error = total_of_folder(folder.path()).unwrap_err();
        let expected = format!(
            "{} is no bill: in line 2: invalid digit found in string",
            path.display()
        );
        assert_eq!(format!("{error:#}"), expected);
        assert!(error.downcast_ref::<ParseIntError>().is_some());
        Ok(())
    }

    #[test]
    fn each_mistake_has_its_words() {
        assert_eq!(said(""), "it is empty");
        assert_eq!(said("bread"), "in line 1: there is no amount in \"bread\"");
        assert_eq!(said("tea 3"), "in line 1: an amount is like 3.50");
        assert_eq!(said("tea 3.5"), "in line 1: an amount has two decimals");
    }

    #[test]
    fn a_missing_folder_can_be_told_from_other_errors() {
        let error = total_of_folder(Path::new("no/bills")).unwrap_err();
        let cause = error.downcast_ref::<io::Error>().map(io::Error::kind);
        assert_eq!(cause, Some(io::ErrorKind::NotFound));
        assert_eq!(error.to_string(), "cannot look into no/bills");
    }
}
