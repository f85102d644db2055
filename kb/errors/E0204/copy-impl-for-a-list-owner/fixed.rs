#[derive(Clone)]
pub struct Route {
    pub stops: Vec<(f64, f64)>,
}

pub fn length(route: &Route) -> usize {
    route.stops.len()
}
