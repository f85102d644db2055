use std::num::ParseIntError;

pub fn parse_ids(line: &str) -> Result<Vec<u32>, ParseIntError> {
    let mut ids: Vec<u32> = line.split(',').map(|id| id.parse::<u32>()).collect()?;
    ids.sort_unstable();
    Ok(ids)
}
