pub type Field<'a> = (&'a str, &'a str);

pub fn split_field(line: &str) -> Option<Field<'_>> {
    line.split_once('=')
}

pub fn example() -> usize {
    split_field("name=ada").map_or(0, |(_, value)| value.len())
}
