pub struct Reading {
    pub sensor: u32,
    pub value: u32,
}

fn parse_field(field: Option<&str>) -> Option<u32> {
    field?.trim().parse().ok()
}

pub fn parse_reading(line: &str) -> Option<Reading> {
    let mut fields = line.split(';');
    let sensor = parse_field(fields.next())?;
    let value = parse_field(fields.next())?;
    let checksum = parse_field(fields.next())?;
    (checksum == sensor ^ value).then_some(Reading { sensor, value })
}
