#[derive(Debug, Clone, Copy)]
pub struct Tag {
    pub name: String,
    pub color: u32,
}

pub fn recolored(tag: &Tag, color: u32) -> Tag {
    Tag {
        color,
        ..tag.clone()
    }
}
