pub struct List {
    pub value: i32,
    pub next: Option<Box<List>>,
}

pub fn last(list: &List) -> i32 {
    match &list.next {
        Some(rest) => last(rest),
        None => list.value,
    }
}
