pub struct Node {
    pub key: u32,
    pub children: Vec<Node>,
}

pub fn depth(node: &Node) -> usize {
    1 + node.children.iter().map(depth).max().unwrap_or(0)
}
