pub struct Node {
    pub key: u32,
    pub left: Option<Box<Node>>,
    pub right: Option<Box<Node>>,
}

pub fn depth(node: &Node) -> usize {
    let left = node.left.as_ref().map_or(0, |child| depth(child));
    let right = node.right.as_ref().map_or(0, |child| depth(child));
    1 + left.max(right)
}
