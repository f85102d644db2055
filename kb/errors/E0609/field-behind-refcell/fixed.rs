use std::cell::RefCell;
use std::rc::Rc;

pub struct Node {
    pub weight: i32,
    pub children: Vec<Rc<RefCell<Node>>>,
}

pub fn sum(node: &Rc<RefCell<Node>>) -> i32 {
    let node = node.borrow();
    node.weight + node.children.iter().map(sum).sum::<i32>()
}
