pub struct Playlist {
    songs: Vec<String>,
}

impl Playlist {
    pub fn new(first: &str) -> Playlist {
        let mut playlist = Playlist { songs: Vec::new() };
        playlist.songs.push(first.to_string());
        playlist
    }

    pub fn len(&self) -> usize {
        self.songs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.songs.is_empty()
    }
}
