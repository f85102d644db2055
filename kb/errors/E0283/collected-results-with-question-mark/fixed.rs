use std::num::ParseIntError;

pub fn parse_ids(line: &str) -> Result<Vec<u32>, ParseIntError> {
    let mut ids: Vec<u32> = line
        .split(',')
        .map(|id| id.parse::<u32>())
        .collect::<Result<_, _>>()?;
    ids.sort_unstable();
    Ok(ids)
}
