use std::future::Future;
use std::pin::Pin;

async fn download(url: &str) -> usize {
    url.len()
}

pub fn fetch(url: String) -> Pin<Box<dyn Future<Output = usize>>> {
    Box::pin(async move { download(&url).await })
}
