use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

pub type Registry = Rc<RefCell<HashMap<String, u32>>>;

pub fn register(registry: &Registry, name: &str) -> u32 {
    let id = registry.borrow().len() as u32;
    registry.borrow_mut().insert(name.to_string(), id);
    id
}
