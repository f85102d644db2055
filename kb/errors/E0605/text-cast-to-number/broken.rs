pub struct Row<'a> {
    pub cells: Vec<&'a str>,
}

pub fn quantity(row: &Row) -> Option<u32> {
    let cell = row.cells.get(2)?.replace('_', "");
    let number = cell as u32;
    (number > 0).then_some(number)
}
