pub struct List {
    pub value: i32,
    pub next: Box<Option<List>>,
}

pub fn last(list: &List) -> i32 {
    match list.next.as_ref() {
        Some(rest) => last(rest),
        None => list.value,
    }
}
