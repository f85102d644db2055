enum Tree<T> {
    Leaf(T),
    Node(Box<Tree<(T, T)>>),
}

fn depth(tree: Tree<u8>) -> u32 {
    match tree {
        Tree::Leaf(_) => 0,
        Tree::Node(_) => 1,
    }
}

fn main() {
    println!("{}", depth(Tree::Leaf(5)));
}
